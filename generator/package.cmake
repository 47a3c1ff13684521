# What is installed, and the package for Debian and what comes of it: `cpack --preset release` makes a .deb.
include(GNUInstallDirs)

install(TARGETS stoplicht RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# A site folder without themes/ of its own is built with these.
install(DIRECTORY themes/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stoplicht/themes
  PATTERN node_modules EXCLUDE PATTERN screenshots EXCLUDE)
install(CODE "if(NOT EXISTS \"${CMAKE_SOURCE_DIR}/themes/gemeente/build/stamp\")
  message(FATAL_ERROR \"The theme's stylesheet is not made yet: run ./generator/run first.\")
endif()")
install(DIRECTORY generator/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stoplicht/schemas)
install(DIRECTORY generator/starter/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stoplicht/starter)
install(DIRECTORY generator/guide/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stoplicht/guide)
install(FILES generator/FORMATS.md generator/EDITIONS.md generator/SEARCH.md README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Debian asks for the licence and for those of what is in the package, in one file of a fixed form.
file(READ LICENSE LICENCE_TEXT)
string(STRIP "${LICENCE_TEXT}" LICENCE_TEXT)
string(REGEX REPLACE "\n" "\n " LICENCE_TEXT " ${LICENCE_TEXT}")
string(REGEX REPLACE "\n +(\n|$)" "\n .\\1" LICENCE_TEXT "${LICENCE_TEXT}")
configure_file(generator/copyright.in copyright @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(STOPLICHT_MAINTAINER "Stoplicht <stoplicht@example.invalid>" CACHE STRING "Who hands out the package: Name <address>")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME stoplicht)
set(CPACK_PACKAGE_CONTACT "${STOPLICHT_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Only `letter import` needs it, and says so where it is not there.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS pandoc)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Stoplicht makes a website from a folder of Markdown and JSON: what was promised
to a council, how it stands and how it ended, period by period, with traffic
lights. Published periods are sealed as editions that anyone can check. The pages
need no server, no script and no database.

Begin a site with: stoplicht init DIR")
# The same files make the same package.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/generator/package_time.cmake)
include(CPack)
