/**
 * The trainer's doors: runs, models, traffic, drift, and fingerprints of features. Controllers
 * translate between documents and features; they decide nothing.
 */
@NullMarked
package com.aicashevolution.trainer.web;

import org.jspecify.annotations.NullMarked;
