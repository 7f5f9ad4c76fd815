package org.thalweg.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** Steps in plain Java. */
@Fork(value = 1, jvmArgsAppend = Launch.PLAIN)
public class PlainSteps extends StepCalls {}
