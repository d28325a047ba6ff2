/**
 * The environment a service starts from: the catalogue of every variable a person may set, its
 * reading into Spring properties, the defaults the three services share, and the sentence that
 * stops a start whose environment is wrong.
 *
 * <pre>
 * environment variables --catalogue--> ml.&lt;feature&gt;.* --> @ConfigurationProperties record of the feature
 * platform-defaults.yml --lowest precedence--^
 * </pre>
 *
 * <p>Bounds and defaults live in the feature's record; here is only what a variable is called and
 * what form it has.
 */
@NullMarked
package com.aicashevolution.platform.configuration;

import org.jspecify.annotations.NullMarked;
