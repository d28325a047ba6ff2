/**
 * The connection to PostgreSQL that all features share: reading {@code DATABASE_URL}, the pool, and
 * the migration of the schema.
 *
 * <p>A service starts and stays up without its database: the pool connects when it can, the
 * migration is retried, and what needs the database fails within seconds until then. Only a schema
 * made by another build stops the service, because guessing about it would corrupt it.
 *
 * <p>No session state is kept and no statement is prepared on the server, so a pooler in
 * transaction mode may stand between.
 */
@NullMarked
package com.aicashevolution.platform.persistence;

import org.jspecify.annotations.NullMarked;
