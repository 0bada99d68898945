/**
 * Rules and findings. Takes mapped people, judges each entry alone and each person as a
 * whole, gives what may go on, what is rejected and why. The catalogue says for every
 * rule what it means, how bad it is and who mends it how. Never changes a value and never
 * looks at other people: what needs all of them is asked of the database by change.
 */
package id.simpul.validation;
