/** Lets plugins come and go while the framework runs. */
package org.thalweg.watcher;
