package org.thalweg.store;

import java.io.IOException;

/** Says that another process is writing a folder, so that trying again later may help. */
public final class BusyFolderException extends IOException {
  private static final long serialVersionUID = 1;

  BusyFolderException(String message) {
    super(message);
  }
}
