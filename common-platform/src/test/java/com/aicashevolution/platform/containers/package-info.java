/**
 * The images that production runs, as containers: the same contracts that every build holds against
 * embedded engines are held against them where there is a container engine, and skipped, saying so,
 * where there is none.
 */
@NullMarked
package com.aicashevolution.platform.containers;

import org.jspecify.annotations.NullMarked;
