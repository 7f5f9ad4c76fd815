/**
 * Folders of runs and sweeps: what is written, and how it is read again. A run's:
 *
 * <pre>{@code
 * experiment.json      the resolved experiment, defaults filled in
 * result.json          status, facts, files read with their SHA-256, judgements, and what every
 *                      other file holds, with units
 * provenance.json      when, where and with which code, and the folder at which the experiment's
 *                      paths begin; the only file beside the log that differs between equal runs
 * run.log              versions, command line, seconds of each phase, warnings, stack traces
 * tables/NAME.csv      RFC 4180 with a header; numbers as short as they can be without loss
 * arrays/NAME.npy      NumPy's format 1.0, little-endian doubles, the last index running fastest
 * figures/NAME.svg     and NAME.png
 * }</pre>
 *
 * <p>A folder with a {@code result.json} is whole; one without never was finished. To read it:
 *
 * <pre>{@code
 * pandas.read_csv("runs/NAME/tables/moments.csv")               # pandas
 * numpy.load("runs/NAME/arrays/density.npy")                    # NumPy
 * SELECT * FROM 'runs/NAME/tables/moments.csv'                  -- DuckDB
 * CSV.read("runs/NAME/tables/moments.csv", DataFrame)           # Julia
 * npzread("runs/NAME/arrays/density.npy")                       # Julia, NPZ.jl
 * }</pre>
 *
 * <p>A sweep's folder is written in place, so that a second call can go on with it:
 *
 * <pre>{@code
 * experiment.json      the experiment with its sweep, defaults filled in
 * journal.jsonl        one line for each finished point, in the order in which they ended
 * points.csv           one row for each point: values, status, seed, key
 * results.csv          one row for each point, method and quantity
 * summary.csv          one row for each grid point, method and quantity, replicas combined
 * figures/NAME.svg     and NAME.png
 * points/KEY/          a point's own run folder, on request
 * result.json          how many points completed, failed; what every other file holds
 * provenance.json      of the last call
 * run.log              of every call, one after the other
 * }</pre>
 */
@Export
@Version("0.1.0")
package org.thalweg.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
