/**
 * The Java side of a component's glue: a generated class whose methods take and give what passes
 * between JavaScript and Java without a conversion of structure (numbers, strings, and Java objects
 * that JavaScript holds without looking into them), and generated implementations of the
 * component's imports that call JavaScript. Entry: {@link dev.mortise.jsbridge.entry.EntryOps}
 * collects what the glue asks for; {@link dev.mortise.jsbridge.entry.EntryClasses} makes the
 * classes. Exported because GraalJS calls public classes of exported packages alone; not for users.
 * May import {@code classgen}'s mapping, {@code runtime}, ASM and polyglot, nothing of this module
 * but {@code shape}.
 */
@NullMarked
package dev.mortise.jsbridge.entry;

import org.jspecify.annotations.NullMarked;
