/**
 * What is observed of a distribution, and what is reported: tables, figures, arrays and judgements.
 */
@Export
@Version("1.0.0")
package org.thalweg.api.analysis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
