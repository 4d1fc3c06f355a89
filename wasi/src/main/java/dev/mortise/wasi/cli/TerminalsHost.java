package dev.mortise.wasi.cli;

import dev.mortise.wasi.config.Stdio;
import java.util.Optional;
import wit.wasi.cli.v0_2.TerminalInput;
import wit.wasi.cli.v0_2.TerminalOutput;
import wit.wasi.cli.v0_2.TerminalStderr;
import wit.wasi.cli.v0_2.TerminalStdin;
import wit.wasi.cli.v0_2.TerminalStdout;

/** {@code wasi:cli/terminal-*}: which of the standard streams are terminals. */
public final class TerminalsHost
    implements TerminalInput, TerminalOutput, TerminalStdin, TerminalStdout, TerminalStderr {
  private final Stdio.Terminals terminals;

  /** The interfaces for what the caller says of its streams. */
  public TerminalsHost(Stdio.Terminals terminals) {
    this.terminals = terminals;
  }

  private static final class Terminal implements TerminalInput_, TerminalOutput_ {
    @Override
    public void close() {}
  }

  @Override
  public Optional<TerminalInput_> getTerminalStdin() {
    return terminals.in() ? Optional.of(new Terminal()) : Optional.empty();
  }

  @Override
  public Optional<TerminalOutput_> getTerminalStdout() {
    return terminals.out() ? Optional.of(new Terminal()) : Optional.empty();
  }

  @Override
  public Optional<TerminalOutput_> getTerminalStderr() {
    return terminals.err() ? Optional.of(new Terminal()) : Optional.empty();
  }
}
