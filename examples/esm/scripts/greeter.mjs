// Calls a component that was written in JavaScript; the host registers it as "greeter".
import { hello, api } from 'greeter';

const ann = { name: 'Ann', age: 3, tags: ['a'] };
const shout = { tag: 'shout', val: 2 };

export const answers = [
  hello('x'),
  api.greet('World'),
  api.greetPerson(ann, shout, 'happy', { wave: true, bow: true }),
  String(api.sum([1n, 2n])),
  api.swap(['é', 2.5]).join(),
];

try {
  api.greetPerson({ ...ann, name: '' }, shout, undefined, {});
} catch (error) {
  answers.push(error.payload);
}
