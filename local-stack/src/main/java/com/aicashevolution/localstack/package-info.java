/**
 * The real PostgreSQL, Redis and S3 of one machine, each a process of its own on a loopback port.
 *
 * <pre>
 *   ./ml up  ──► launcher ──┐                       ┌─► postgres   (data/postgres)
 *                           ├─► LocalEngine.start() ├─► redis      (data/redis)
 *   an *IT   ──► TestStack ─┘                       └─► s3proxy    (data/s3)
 * </pre>
 *
 * <p>The launcher keeps the data and lets the processes outlive it; a test gets random ports, data
 * under {@code local-stack/target} that is deleted afterwards, and processes that die with the JVM.
 * Both run the same code, so a test proves what a user starts. These are not doubles: durability is
 * on, passwords and signatures are checked.
 */
@NullMarked
package com.aicashevolution.localstack;

import org.jspecify.annotations.NullMarked;
