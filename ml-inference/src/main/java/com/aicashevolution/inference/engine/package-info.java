/**
 * Which models serve, and how they got there: versions the registry wants, against versions that
 * are loaded, verified and warm.
 *
 * <pre>
 * registry.lines() --1 s--> ModelPool --missing--> ModelLoads --> ModelLoader (hashes, schema, golden vectors)
 *                              |                                       |    reads ArtifactCache, then ArtifactStore
 *                              +<---------- ServingModel --------------+
 *                              v one atomic switch
 *                        ModelSnapshot <--read once per request-- ModelResolver --other versions--> OnDemandModels (LRU)
 * </pre>
 *
 * <p>Availability comes first: a version replaces another only when it is ready to answer, and one
 * that cannot be trusted replaces nothing. Never trains, and never loads the training library.
 */
@NullMarked
package com.aicashevolution.inference.engine;

import org.jspecify.annotations.NullMarked;
