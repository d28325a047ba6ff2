/** The schedule on db-scheduler. */
@NullMarked
package com.aicashevolution.trainer.schedule.dbscheduler;

import org.jspecify.annotations.NullMarked;
