/**
 * The secrets of one local stack and the keys of its people.
 *
 * <p>Secrets are made once, kept in {@code .ml/keys.env} (readable by its owner alone) and reach
 * the services through their environment. A person's key is stored in the database as its SHA-256
 * only.
 */
@NullMarked
package com.aicashevolution.localstack.keys;

import org.jspecify.annotations.NullMarked;
