#include <cstddef>

#include "base/embedded_file.h"
#include "base/message_catalogue.h"

STOPLICHT_EMBED(stoplicht_messages_shared, STOPLICHT_MESSAGES "/nl/shared.json")
STOPLICHT_EMBED(stoplicht_messages_files, STOPLICHT_MESSAGES "/nl/files.json")
STOPLICHT_EMBED(stoplicht_messages_syntax, STOPLICHT_MESSAGES "/nl/syntax.json")
STOPLICHT_EMBED(stoplicht_messages_data, STOPLICHT_MESSAGES "/nl/data.json")
STOPLICHT_EMBED(stoplicht_messages_texts, STOPLICHT_MESSAGES "/nl/texts.json")
STOPLICHT_EMBED(stoplicht_messages_theme, STOPLICHT_MESSAGES "/nl/theme.json")
STOPLICHT_EMBED(stoplicht_messages_editions, STOPLICHT_MESSAGES "/nl/editions.json")
STOPLICHT_EMBED(stoplicht_messages_terminal, STOPLICHT_MESSAGES "/nl/terminal.json")
STOPLICHT_EMBED(stoplicht_messages_publishing, STOPLICHT_MESSAGES "/nl/publishing.json")
STOPLICHT_EMBED(stoplicht_messages_diff, STOPLICHT_MESSAGES "/nl/diff.json")
STOPLICHT_EMBED(stoplicht_messages_sheets, STOPLICHT_MESSAGES "/nl/sheets.json")
STOPLICHT_EMBED(stoplicht_messages_letter, STOPLICHT_MESSAGES "/nl/letter.json")
STOPLICHT_EMBED(stoplicht_messages_init, STOPLICHT_MESSAGES "/nl/init.json")
STOPLICHT_EMBED(stoplicht_messages_rehearsal, STOPLICHT_MESSAGES "/nl/rehearsal.json")
STOPLICHT_EMBED(stoplicht_messages_help, STOPLICHT_MESSAGES "/nl/help.json")

namespace stoplicht {
namespace {

std::string_view file_between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

const MessageCatalogue& dutch_messages() {
  static const MessageCatalogue catalogue({
      file_between(stoplicht_messages_shared, stoplicht_messages_shared_end),
      file_between(stoplicht_messages_files, stoplicht_messages_files_end),
      file_between(stoplicht_messages_syntax, stoplicht_messages_syntax_end),
      file_between(stoplicht_messages_data, stoplicht_messages_data_end),
      file_between(stoplicht_messages_texts, stoplicht_messages_texts_end),
      file_between(stoplicht_messages_theme, stoplicht_messages_theme_end),
      file_between(stoplicht_messages_editions, stoplicht_messages_editions_end),
      file_between(stoplicht_messages_terminal, stoplicht_messages_terminal_end),
      file_between(stoplicht_messages_publishing, stoplicht_messages_publishing_end),
      file_between(stoplicht_messages_diff, stoplicht_messages_diff_end),
      file_between(stoplicht_messages_sheets, stoplicht_messages_sheets_end),
      file_between(stoplicht_messages_letter, stoplicht_messages_letter_end),
      file_between(stoplicht_messages_init, stoplicht_messages_init_end),
      file_between(stoplicht_messages_rehearsal, stoplicht_messages_rehearsal_end),
      file_between(stoplicht_messages_help, stoplicht_messages_help_end),
  });
  return catalogue;
}

}  // namespace stoplicht
