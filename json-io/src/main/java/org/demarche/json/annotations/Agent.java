package org.demarche.json.annotations;

/**
 * A coder.
 *
 * @param name the name, which several coders may have
 * @param account the account or address that tells them apart
 */
record Agent(String name, String account) {
  private static final String SCHEME = "acct:";

  /** Returns whether an address is an account of Hypothesis: {@code acct:name@host}. */
  static boolean isAccount(String address) {
    return address.startsWith(SCHEME);
  }

  /** Returns the coder with an account or another address, without the host of an account. */
  static Agent of(String address) {
    String account = isAccount(address) ? address.substring(SCHEME.length()) : address;
    int host = account.lastIndexOf('@');
    return isAccount(address) && host > 0
        ? new Agent(account.substring(0, host), account)
        : new Agent(account, account);
  }
}
