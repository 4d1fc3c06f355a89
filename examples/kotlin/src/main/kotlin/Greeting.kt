import greeter.Greeter
import java.time.LocalTime

fun main(args: Array<String>) {
    Greeter.instantiate { LocalTime.now().hour }.use { greeter ->
        val greeting: String = greeter.greet(args.firstOrNull() ?: "World")
        println(greeting)
    }
}
