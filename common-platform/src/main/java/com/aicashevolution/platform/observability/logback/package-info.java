/**
 * The JSON form of the log: Spring Boot writes it in the Elastic Common Schema, this adds what a
 * message says of its subject as members of their own.
 */
@NullMarked
package com.aicashevolution.platform.observability.logback;

import org.jspecify.annotations.NullMarked;
