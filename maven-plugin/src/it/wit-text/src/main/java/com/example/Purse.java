package com.example;

import wit.docs.money.v0_2.Types;
import wit.docs.shop.v1.Host;

/** A host for shops. */
public final class Purse implements Host {
  private long left = 100;

  @Override
  public Types.Amount charge(Types.Amount what) throws StringException {
    if (what.cents() > left) {
      throw new StringException("not enough");
    }
    left -= what.cents();
    return new Types.Amount(left);
  }
}
