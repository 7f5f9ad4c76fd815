/** Settings that change with time. */
package org.thalweg.schedules;
