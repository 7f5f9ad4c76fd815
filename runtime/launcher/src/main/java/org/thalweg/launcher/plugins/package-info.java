/** Other people's bundles: what is installed, and why one is left out; bundles share it. */
package org.thalweg.launcher.plugins;
