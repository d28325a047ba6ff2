/**
 * The three services as processes: which jar, with which memory and which environment, started in
 * the order of their needs, each waited for until its {@code GET /health} answers.
 *
 * <p>Everything a service is told travels in the environment variables that production uses too.
 */
@NullMarked
package com.aicashevolution.localstack.assembly;

import org.jspecify.annotations.NullMarked;
