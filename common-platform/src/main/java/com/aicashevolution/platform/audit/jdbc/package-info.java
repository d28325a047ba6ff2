/** The audit log in PostgreSQL, table {@code audit_log}. */
@NullMarked
package com.aicashevolution.platform.audit.jdbc;

import org.jspecify.annotations.NullMarked;
