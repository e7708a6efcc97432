# SPDX-License-Identifier: GPL-3.0-or-later
# A folder is a registry: every .cpp file in FOLDER defines `std::unique_ptr<TYPE> <file name>();`, and the
# function NAME, declared in HEADER, returns one of each. A new file is picked up by the next build.
function(assay_registry target name header type folder)
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
  set(declarations "")
  set(entries "")
  foreach(file IN LISTS files)
    get_filename_component(factory "${file}" NAME_WE)
    string(APPEND declarations "std::unique_ptr<${type}> ${factory}();\n")
    string(APPEND entries "        all.push_back(${factory}());\n")
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/registry_${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT "// Made by the build from the files in ${folder}.
#include \"${header}\"

namespace assay {

@declarations@
const std::vector<std::unique_ptr<${type}>>& ${name}()
{
    static const std::vector<std::unique_ptr<${type}>> formats = [] {
        std::vector<std::unique_ptr<${type}>> all;
@entries@        return all;
    }();
    return formats;
}

} // namespace assay
")
  target_sources(${target} PRIVATE ${files} "${source}")
endfunction()
