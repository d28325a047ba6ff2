/**
 * What the operator's tools would find wrong with the deployables, found before they are shipped:
 * Kubernetes objects, compose file, Dockerfile, workflows, dashboards and runbooks.
 *
 * <p>Only what takes seconds and needs no tool beyond kubectl; {@code ./ml check-deploy} does the
 * rest.
 */
@NullMarked
package com.aicashevolution.deploy;

import org.jspecify.annotations.NullMarked;
