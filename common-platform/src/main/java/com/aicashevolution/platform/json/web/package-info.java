/**
 * How JSON is read and written at the doors: snake_case, instants as ISO-8601 in UTC, and nothing
 * guessed. Unknown fields, duplicate keys, trailing garbage, numbers in quotes and numbers that are
 * not finite are refused, naming the field.
 */
@NullMarked
package com.aicashevolution.platform.json.web;

import org.jspecify.annotations.NullMarked;
