#pragma once

// Makes a file a part of the program: its bytes lie between `symbol` and `symbol`_end. Outside any namespace; `path` is
// a literal. An assembler reads it in a moment, where a literal would take the compiler minutes.
#define STOPLICHT_EMBED(symbol, path)                                                                                \
  asm(".section .rodata\n.global " #symbol "\n.global " #symbol "_end\n" #symbol ":\n.incbin \"" path "\"\n" #symbol \
      "_end:\n.text\n");                                                                                             \
  extern "C" {                                                                                                       \
  extern const char symbol[], symbol##_end[];                                                                        \
  }
