/** How numbers become tables, figures, results and sentences, the same in every analyzer. */
package org.thalweg.analyzers.report;
