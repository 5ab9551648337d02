// One entry of the directory: what its fields may be, in words for whoever wrote it.
#pragma once

#include <google/protobuf/struct.pb.h>

#include <string>
#include <vector>

namespace nightlight::app {

// Each "field: what is wrong". Whether its id is somebody else's too is not looked at here.
std::vector<std::string> problems_of_entry(const google::protobuf::Struct& entry);

// The text of a field; empty when there is none.
std::string text_in(const google::protobuf::Struct& entry, const std::string& field);

// What a reader is shown of a right entry.
google::protobuf::Struct shown_part(const google::protobuf::Struct& entry);

}  // namespace nightlight::app
