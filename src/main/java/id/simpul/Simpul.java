package id.simpul;
public final class Simpul { public static void main(String[] a) {} }
