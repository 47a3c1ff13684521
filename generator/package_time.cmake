# Read by cpack: the time that files in the package bear, unless SOURCE_DATE_EPOCH names another. 1 January 2024.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} 1704067200)
endif()
