/** The floor of a valley: its effective loss, its family of marginals, the slow walk along it. */
package org.thalweg.analyzers.floor;
