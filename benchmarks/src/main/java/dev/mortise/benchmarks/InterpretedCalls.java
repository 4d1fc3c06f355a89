package dev.mortise.benchmarks;

import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.NumberList;
import java.util.List;
import wit.mortise.bench.Calls;

/**
 * The exports of {@link GuestFile#BENCH} by dynamic calls. Values are made and read as a program
 * would that knows the types and is in a hurry: no object is converted by looking at its class.
 */
final class InterpretedCalls implements Calls {
  private final ComponentFunction nop;
  private final ComponentFunction add;
  private final ComponentFunction sum;
  private final ComponentFunction echo;
  private final ComponentFunction echoBytes;
  private final ComponentFunction echoSix;
  private final ComponentFunction echoList;
  private final ComponentFunction echoShape;
  private final ComponentFunction newCounter;
  private final ComponentFunction increment;
  private final ComponentFunction callHost;

  InterpretedCalls(Instance calls) {
    nop = calls.function("nop");
    add = calls.function("add");
    sum = calls.function("sum");
    echo = calls.function("echo");
    echoBytes = calls.function("echo-bytes");
    echoSix = calls.function("echo-six");
    echoList = calls.function("echo-list");
    echoShape = calls.function("echo-shape");
    newCounter = calls.function("[constructor]counter");
    increment = calls.function("[method]counter.increment");
    callHost = calls.function("call-host");
  }

  @Override
  public void nop() {
    ComponentValue unused = nop.callValues(List.of());
  }

  @Override
  public long add(long a, long b) {
    return add.callValues(List.of(new U32Value(a), new U32Value(b))).asLong();
  }

  @Override
  public long sum(int[] n) {
    return sum.callValues(List.of(numbers(PrimType.U32, n))).asLong();
  }

  @Override
  public String echo(String s) {
    return echo.callValues(List.of(new StringValue(s))).asString();
  }

  @Override
  public byte[] echoBytes(byte[] b) {
    return echoBytes.callValues(List.of(numbers(PrimType.U8, b))).asBytes();
  }

  private static ListValue numbers(PrimType element, Object array) {
    return new ListValue(NumberList.copyOf(element, array));
  }

  @Override
  public Six echoSix(Six r) {
    return DynamicValues.toSix(echoSix.callValues(List.of(DynamicValues.of(r))));
  }

  @Override
  public List<Six> echoList(List<Six> l) {
    ListValue list = new ListValue(l.stream().map(DynamicValues::of).toList());
    return echoList.callValues(List.of(list)).asList().stream().map(DynamicValues::toSix).toList();
  }

  @Override
  public Shape echoShape(Shape s) {
    return DynamicValues.toShape(echoShape.callValues(List.of(DynamicValues.of(s))));
  }

  @Override
  public Counter newCounter(long start) {
    ResourceValue value = newCounter.callValues(List.of(new U32Value(start))).asResource();
    return new InterpretedCounter(increment, value, (ResourceHandle) value.handle());
  }

  @Override
  public long callHost(long times) {
    return callHost.callValues(List.of(new U32Value(times))).asLong();
  }

  private record InterpretedCounter(
      ComponentFunction method, ResourceValue self, ResourceHandle handle) implements Counter {
    @Override
    public long increment() {
      return method.callValues(List.of(self)).asLong();
    }

    @Override
    public void close() {
      handle.close();
    }
  }
}
