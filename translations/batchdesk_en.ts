<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Batchdesk::ArchiveView</name>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n file, %1</numerusform>
                <numerusform>%n files, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::FileList</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::InputPage</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::Notifier</name>
        <message numerus="yes">
            <source>%1: all %n task(s) are done, the results are here.</source>
            <translation>
                <numerusform>%1: its one task is done, the results are here.</numerusform>
                <numerusform>%1: all %n tasks are done, the results are here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n task(s) failed.</source>
            <translation>
                <numerusform>%1: %n task failed.</numerusform>
                <numerusform>%1: %n tasks failed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunFigures</name>
        <message numerus="yes">
            <source>%n task(s) ended</source>
            <translation>
                <numerusform>%n task ended</numerusform>
                <numerusform>%n tasks ended</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunNotices</name>
        <message numerus="yes">
            <source>%n task(s) failed:</source>
            <translation>
                <numerusform>%n task failed:</numerusform>
                <numerusform>%n tasks failed:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more, see the tasks.</source>
            <translation>
                <numerusform>and %n more, see the tasks.</numerusform>
                <numerusform>and %n more, see the tasks.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::RunWizard</name>
        <message numerus="yes">
            <source>And %n more</source>
            <translation>
                <numerusform>And %n more</numerusform>
                <numerusform>And %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskDetail</name>
        <message numerus="yes">
            <source>tried again %n time(s)</source>
            <translation>
                <numerusform>tried again %n time</numerusform>
                <numerusform>tried again %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Batchdesk::TaskTab</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GitFacts</name>
        <message numerus="yes">
            <source>the latest %n commit(s)</source>
            <translation>
                <numerusform>the latest %n commit</numerusform>
                <numerusform>the latest %n commits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Machines</name>
        <message numerus="yes">
            <source>%n task(s) at a time.</source>
            <translation>
                <numerusform>%n task at a time.</numerusform>
                <numerusform>%n tasks at a time.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewFacts</name>
        <message numerus="yes">
            <source>%n dedicated node(s)</source>
            <translation>
                <numerusform>%n dedicated node</numerusform>
                <numerusform>%n dedicated nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Spot node(s)</source>
            <translation>
                <numerusform>%n Spot node</numerusform>
                <numerusform>%n Spot nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) at a time on each</source>
            <translation>
                <numerusform>%n task at a time on each</numerusform>
                <numerusform>%n tasks at a time on each</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n file, %1</numerusform>
                <numerusform>%n files, %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>a failed task is tried again %n time(s)</source>
            <translation>
                <numerusform>a failed task is tried again %n time</numerusform>
                <numerusform>a failed task is tried again %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s), one for each input file</source>
            <translation>
                <numerusform>%n task, one for each input file</numerusform>
                <numerusform>%n tasks, one for each input file</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StateLook</name>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
    </context>
</TS>
