/**
 * How a plugin declares itself: its identity, its typed parameters and its references to other
 * plugins.
 */
@Export
@Version("1.0.0")
package org.thalweg.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
