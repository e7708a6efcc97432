// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timing.h"

#include "app/desk.h"
#include "app/mainwindow.h"
#include "views/reader/reader.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace assay {

static Q_LOGGING_CATEGORY(timing, "assay.timing", QtWarningMsg)

    namespace
{

    /// Watches the window's frames: an update request is handled by drawing and flushing at once.
    class FrameWatch final : public QObject {
    public:
        explicit FrameWatch(MainWindow& window)
            : QObject(&window)
            , m_window(window)
        {
            // The widget hears of updates, its window of the first exposure.
            window.installEventFilter(this);
            window.windowHandle()->installEventFilter(this);
        }

        bool eventFilter(QObject*, QEvent* event) override
        {
            if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Expose)
                QTimer::singleShot(0, this, &FrameWatch::drawn);
            return false;
        }

    private:
        static void say(const char* what)
        {
            std::fprintf(stderr, "%s\n", what);
            std::fflush(stderr);
        }
        void drawn()
        {
            if (!std::exchange(m_first, true))
                say("first-frame");
            if (!m_project && m_window.project() && m_window.desk()->activeReader()->isLoaded()) {
                m_project = true;
                say("project-frame");
            }
        }

        MainWindow& m_window;
        bool m_first = false;
        bool m_project = false;
    };

} // namespace

void reportFrames(MainWindow& window)
{
    if (timing().isDebugEnabled())
        new FrameWatch(window);
}

} // namespace assay
