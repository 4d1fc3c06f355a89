package dev.mortise.wasi.sockets;

import dev.mortise.wasi.config.NetworkPolicy;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.OpenHandles;
import java.util.concurrent.ThreadFactory;

/**
 * What all sockets of a component share.
 *
 * @param threads makes the threads that wait for the network
 */
public record Sockets(
    NetworkPolicy policy, WasiLimits limits, OpenHandles handles, ThreadFactory threads) {}
