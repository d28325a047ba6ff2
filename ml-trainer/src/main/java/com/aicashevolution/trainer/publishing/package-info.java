/**
 * From a judged network to a version that can be served.
 *
 * <pre>
 * Draft -> files in memory -> serving kernel agrees with the library on the files' own bytes?
 *       -> ArtifactStore (model.zip, weights and background, then metadata.json) -> ModelRegistry
 * </pre>
 *
 * <p>The registry comes last: whatever breaks before leaves no version behind, at worst files that
 * nothing points at. Versions are never overwritten; one that is taken moves on by a second.
 */
@NullMarked
package com.aicashevolution.trainer.publishing;

import org.jspecify.annotations.NullMarked;
