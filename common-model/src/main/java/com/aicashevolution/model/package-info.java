/**
 * Names and facts of a published model: line, version, status, aliases and the manifest that
 * travels with its weights.
 *
 * <p>Only values: storing them is the platform's business, deciding over them the trainer's.
 */
@NullMarked
package com.aicashevolution.model;

import org.jspecify.annotations.NullMarked;
