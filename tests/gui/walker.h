// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "tests/support/wait.h"
#include "ui/shell/mainwindow.h"

#include <QTest>
#include <QWidget>

#include <memory>

class QAbstractItemView;

namespace Batchdesk::Test {

//! \brief A user in front of the real window: finds controls by their names, clicks and types. The
//! window works on the embedded service and runs real processes.
class Walker
{
public:
    Walker();
    ~Walker();

    MainWindow &window() { return *m_window; }
    RunDesk &runs() { return *m_runs; }
    Git::Credentials &credentials() { return *m_credentials; }

    //! \brief The visible control of that object name, as soon as there is one.
    template <typename T = QWidget>
    T *see(const char *name)
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *candidate : m_window->findChildren<T *>(QLatin1String(name))) {
                if (candidate->isVisible())
                    found = candidate;
            }
            return found != nullptr;
        });
        return found;
    }
    //! \brief True when such a control is visible now.
    bool sees(const char *name) const;

    //! \brief Clicks into the middle of a control, as soon as it is visible and enabled.
    void click(const char *name);
    //! \brief Clicks a row of a view.
    void clickRow(QAbstractItemView *view, int row);
    //! \brief Clicks the row of that text in the list of the Accounts place, and goes there first.
    void goToAccounts(const QString &row);
    //! \brief Replaces what a field holds by typing.
    void type(const char *name, const QString &text);
    //! \brief Presses a key in whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    //! \brief Presses Tab until the control of that name has the focus; false when it is never
    //! reached.
    bool tabTo(const char *name);

    //! \brief Closes the window and opens another one, as after a restart.
    void reopen();

private:
    void open();

    std::shared_ptr<Accounts> m_accounts;
    std::shared_ptr<Git::Credentials> m_credentials;
    std::unique_ptr<RunDesk> m_runs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Batchdesk::Test
