/**
 * The peer: Spring Boot as it comes, with Tomcat, virtual threads, Spring Security and Micrometer,
 * and nothing of this project's own. It reads a JSON document and writes it back.
 */
@NullMarked
package com.aicashevolution.bench.stock;

import org.jspecify.annotations.NullMarked;
