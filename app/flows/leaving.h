// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace assay {

class BackgroundTask;
class CopiesFlow;
class Inspector;
class Project;

/// Before a project is left or the program quits: lets running work end or be stopped, hands on
/// what is being typed, and sees that everything is on the disk. Where it cannot be, the person
/// decides: may try again, save a copy, or lose it. What a copy holds is not asked about any more.
/// False: stay.
bool mayLeave(QWidget* window, BackgroundTask& task, Project* project, Inspector& inspector,
    CopiesFlow& copies);

} // namespace assay
