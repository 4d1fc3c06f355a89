package dev.mortise.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionDocsTest {
  private static final FuncType TYPE = new FuncType(List.of(), null, false);
  private static final ValType AGE = new NamedType("age", PrimType.U8);

  private static ItemDocs said(String text) {
    return new ItemDocs(text, Gate.NONE);
  }

  private static FunctionDocs docs(Docs.Builder docs, String... path) {
    return new FunctionDocs(docs.build(), new ExportedFunction(List.of(path), "f", TYPE));
  }

  private static Docs.Builder functions() {
    return new Docs.Builder()
        .add(Docs.COMPONENT, Docs.exported("f"), said("the world's"))
        .add("a:b/c@1.0.0", "f", said("the interface's"))
        .add(Docs.inline(Docs.COMPONENT, Docs.exported("inner")), "f", said("the inner one's"));
  }

  @Test
  void function_hasTheDocumentationOfItsPlace() {
    assertThat(docs(functions()).ofFunction()).isEqualTo("the world's");
    assertThat(docs(functions(), "a:b/c@1.0.0").ofFunction()).isEqualTo("the interface's");
    assertThat(docs(functions(), "inner").ofFunction()).isEqualTo("the inner one's");
    assertThat(docs(functions(), "other").ofFunction()).isNull();
  }

  @Test
  void type_ofTheSameInterface_comesFirst() {
    Docs.Builder docs =
        new Docs.Builder().add("a:b/c", "age", said("own")).add("a:b/d", "age", said("other"));
    assertThat(docs(docs, "a:b/c").ofType(AGE)).isEqualTo("own");
    assertThat(docs(docs, "a:b/c").ofType(PrimType.U8)).isNull();
  }

  @Test
  void type_ofAnotherInterface_isFoundWhenItIsTheOnlyOne() {
    Docs.Builder docs = new Docs.Builder().add("a:b/d", "age", said("other"));
    assertThat(docs(docs, "a:b/c").ofType(AGE)).isEqualTo("other");
    docs.add("a:b/e", "age", said("yet another"));
    assertThat(docs(docs, "a:b/c").ofType(AGE)).isNull();
  }
}
