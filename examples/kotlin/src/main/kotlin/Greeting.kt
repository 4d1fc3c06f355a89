import dev.mortise.classgen.TypedComponent
import dev.mortise.loader.Imports
import greeter.Greeter
import java.nio.file.Path
import java.time.LocalTime
import wit.examples.hello.v1.Clock

/** An instance of the component that asks a clock for the hour. */
fun greeter(clock: Clock): Greeter =
    TypedComponent.load(Path.of("src/main/wasm/greeter.wasm"))
        .`as`(Greeter::class.java)
        .instantiate(Imports.of(Clock::class.java, clock))

fun main(args: Array<String>) {
    greeter { LocalTime.now().hour }.use { greeter ->
        val greeting: String = greeter.greet(args.firstOrNull() ?: "World")
        println(greeting)
    }
}
