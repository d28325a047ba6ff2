/** Which symbols this installation trades: the one setting all three services read. */
@NullMarked
package com.aicashevolution.platform.market;

import org.jspecify.annotations.NullMarked;
